import type { ComponentProps, ReactNode } from 'react'
import { Link } from 'react-router'
import button from './button.module.css'
import css from './text-link.module.css'

/** A link within running text or at the end of a row. */
export const TextLink = ({ className, ...rest }: ComponentProps<typeof Link>) => (
  <Link {...rest} className={`${css.link} ${className ?? ''}`} />
)

/** Goes somewhere, looks like a Button. */
export const ButtonLink = ({
  kind = 'plain',
  icon,
  children,
  ...rest
}: Omit<ComponentProps<typeof Link>, 'className'> & {
  kind?: 'plain' | 'primary' | 'quiet'
  icon?: ReactNode
}) => (
  <Link {...rest} className={`${button.button} ${button[kind]}`}>
    {icon}
    {children}
  </Link>
)
